package app.madang.functions.chat;

import app.madang.runtime.Phrasebook;

/** What people read from this function, in their language. */
final class Words {

  private static final Phrasebook PHRASES = new Phrasebook("madang.chat.messages");

  private Words() {}

  static String of(String key) {
    return PHRASES.of(key);
  }
}
