package app.madang.contracts.planted;

import org.springframework.context.annotation.Bean;

/** A contract that wants a library. */
public final class GreedyContract {
  Class<?> wanted = Bean.class;
}
