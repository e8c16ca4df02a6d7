package app.madang.models.masking;

/**
 * What is found in texts before they leave. Not counted as personal: service numbers (1588, 080),
 * corporate registration numbers (a public register), values that are partly starred already.
 */
public enum PersonalData {
  /** Korean resident and foreigner registration numbers; a US social security number by context. */
  RESIDENT_NUMBER("RESIDENT"),
  /** Korean passports by their form, others by context. */
  PASSPORT("PASSPORT"),
  /** Korean driver's licences. */
  DRIVER_LICENCE("LICENSE"),
  /** Mobile, landline, internet and safe numbers of Korea, and international ones. */
  PHONE("PHONE"),
  /** Payment cards: issuer range and Luhn. */
  CARD("CARD"),
  /** Bank accounts by context, and IBANs by checksum. */
  BANK_ACCOUNT("ACCOUNT"),
  /** Korean business registration numbers by checksum. */
  BUSINESS_NUMBER("BUSINESS"),
  /** E-mail addresses. */
  EMAIL("EMAIL"),
  /** Where somebody lives or works, from the region down to the unit. */
  ADDRESS("ADDRESS"),
  /** API keys, tokens and private keys by their prefix. */
  SECRET("SECRET"),
  /** What an administrator's pattern finds. */
  CUSTOM("CUSTOM");

  private final String label;

  PersonalData(String label) {
    this.label = label;
  }

  /** The word in its placeholders. */
  public String label() {
    return label;
  }
}
