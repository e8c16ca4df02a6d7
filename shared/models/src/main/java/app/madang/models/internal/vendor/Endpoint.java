package app.madang.models.internal.vendor;

import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.ProviderKind;

/**
 * One model at one address.
 *
 * @param baseUrl what the vendor's paths are put behind
 * @param model the vendor's name for it
 * @param effort how it is told to reason
 * @param sampling whether it takes temperature and top p
 * @param chosen whether an administrator chose the address, so that it is not taken on trust
 */
public record Endpoint(
    ProviderKind kind,
    String baseUrl,
    String model,
    EffortStyle effort,
    boolean sampling,
    boolean chosen) {

  /** At a vendor's own address, or one that the operator set. */
  public Endpoint(
      ProviderKind kind, String baseUrl, String model, EffortStyle effort, boolean sampling) {
    this(kind, baseUrl, model, effort, sampling, false);
  }
}
