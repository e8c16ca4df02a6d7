package app.madang.functions.chat;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param alone a stream that nobody reads is written on for this long
 * @param look how often a writer looks whether to stop
 * @param save how often the text so far is saved, so that a kill loses little
 * @param rights how often is asked whether the person may still read what the answer rests on
 * @param longest no answer takes longer
 * @param kept how long a stream can be resumed
 * @param confirmed how long a tool waits for the person's word
 */
record StreamRules(
    Duration alone,
    Duration look,
    Duration save,
    Duration rights,
    Duration longest,
    Duration kept,
    Duration confirmed) {

  static final StreamRules STANDARD =
      new StreamRules(
          Duration.ofSeconds(30),
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5));
}
