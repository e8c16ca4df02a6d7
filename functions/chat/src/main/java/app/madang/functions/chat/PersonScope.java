package app.madang.functions.chat;

import app.madang.runtime.Caller;
import app.madang.runtime.Locales;
import app.madang.runtime.Trace;
import java.util.Locale;

/** For whom, in which language and trace a call runs, carried to threads that outlive the call. */
record PersonScope(Caller caller, Locale locale, Trace trace) {

  static PersonScope current() {
    return new PersonScope(Caller.current(), Locales.current(), Trace.current());
  }

  void run(Runnable work) {
    trace.run(() -> Locales.runIn(locale, () -> Caller.runAs(caller, work)));
  }

  Thread start(String name, Runnable work) {
    return Thread.ofVirtual().name(name).start(() -> run(work));
  }
}
