package app.madang.models.door;

import app.madang.models.masking.Placeholders;

/**
 * Where one call takes its placeholders from and keeps what it learnt. What was kept never changes
 * its meaning: of two calls that learn at once the second reads again and masks anew.
 */
public interface PlaceholderBook {

  /** The map as it is kept now. */
  Placeholders load();

  /**
   * Keeps what the map of the last {@link #load} has learnt since; called before anything leaves.
   *
   * @return false when another call was first: this map must not be used
   */
  boolean keep(Placeholders map);

  /** One that belongs to a call alone and is forgotten with it. */
  static PlaceholderBook ofOneCall() {
    Placeholders map = new Placeholders();
    return new PlaceholderBook() {
      @Override
      public Placeholders load() {
        return map;
      }

      @Override
      public boolean keep(Placeholders learnt) {
        return true;
      }
    };
  }
}
