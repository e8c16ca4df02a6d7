package app.madang.functions.reporting;

/** The way out: a webhook or a letter. */
interface Outgoing {

  /**
   * Sends one.
   *
   * @throws SendFailed when it did not arrive, or may not have
   */
  void send(Parcel parcel);
}
