package app.madang.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClearanceTest {

  @Test
  void whoMayHaveMoreMayHaveLess() {
    assertThat(Clearance.CONFIDENTIAL.allows(Clearance.INTERNAL)).isTrue();
    assertThat(Clearance.INTERNAL.allows(Clearance.INTERNAL)).isTrue();
    assertThat(Clearance.PUBLIC.allows(Clearance.INTERNAL)).isFalse();
  }

  @Test
  void togetherTheyAreAsSecretAsTheMostSecret() {
    for (Clearance one : Clearance.values()) {
      for (Clearance other : Clearance.values()) {
        assertThat(one.with(other)).isEqualTo(other.with(one));
        assertThat(one.with(other).ordinal()).isEqualTo(Math.max(one.ordinal(), other.ordinal()));
      }
    }
  }

  @Test
  void codesAreThoseOfTheContract() {
    assertThat(Clearance.of("confidential")).isEqualTo(Clearance.CONFIDENTIAL);
    assertThat(Clearance.INTERNAL.code()).isEqualTo("internal");
    assertThatThrownBy(() -> Clearance.of("secret")).isInstanceOf(IllegalArgumentException.class);
  }
}
