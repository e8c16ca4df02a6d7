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
 */
public record Endpoint(
    ProviderKind kind, String baseUrl, String model, EffortStyle effort, boolean sampling) {}
