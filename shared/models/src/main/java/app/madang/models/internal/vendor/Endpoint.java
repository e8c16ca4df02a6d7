package app.madang.models.internal.vendor;

import app.madang.models.catalogue.ProviderKind;

/**
 * One model at one address.
 *
 * @param baseUrl what the vendor's paths are put behind
 * @param model the vendor's name for it
 */
public record Endpoint(ProviderKind kind, String baseUrl, String model) {}
