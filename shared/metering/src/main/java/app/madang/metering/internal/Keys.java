package app.madang.metering.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Accounts as the arrays that the SQL functions take. */
final class Keys {

  private Keys() {}

  static Map<String, Object> arrays(Collection<AccountKey> keys) {
    Map<String, Object> arrays = new HashMap<>();
    arrays.put("scopes", keys.stream().map(key -> key.scope().name()).toArray(String[]::new));
    arrays.put(
        "subjects", keys.stream().map(key -> key.subjectId().toString()).toArray(String[]::new));
    arrays.put("periods", keys.stream().map(key -> key.period().name()).toArray(String[]::new));
    arrays.put(
        "starts", keys.stream().map(key -> key.startsOn().toString()).toArray(String[]::new));
    return arrays;
  }
}
