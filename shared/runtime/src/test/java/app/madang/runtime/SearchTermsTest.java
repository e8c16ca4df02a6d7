package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

  @Test
  void queriesFindWhatTextsHold() {
    List<Long> held = List.of(SearchTerms.ofQuestion("경조사 휴가 Annual"));
    for (String query : List.of("경조", "조사", "휴가", "휴", "ann", "ANNUAL", "휴가 annual")) {
      assertThat(held).as(query).contains(SearchTerms.ofQuery(query));
    }
    assertThat(held).doesNotContain(SearchTerms.ofQuery("사휴"));
    assertThat(SearchTerms.ofQuery("?!")).isEmpty();
    assertThat(SearchTerms.ofAnswer("annual")).doesNotContain(SearchTerms.ofQuery("ann"));
  }
}
