package app.madang.models.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.setup.BaseUrls.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a key may go. */
class BaseUrlsTest {

  private static final BaseUrls PUBLIC_ONLY = new BaseUrls(false);
  private static final BaseUrls PRIVATE_TOO = new BaseUrls(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/v1",
        "https://10.1.2.3/v1",
        "https://172.16.0.1/v1",
        "https://192.168.0.1/v1",
        "https://100.64.0.1/v1",
        "https://[::1]/v1",
        "https://[fd12::1]/v1",
        "https://[::ffff:10.0.0.1]/v1",
        "https://2130706433/v1",
        "https://localhost/v1"
      })
  void insideTheNetworkOnlyWhenTheOperatorAllows(String url) {
    assertThat(PUBLIC_ONLY.problem(url)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "http://169.254.169.254/v1, FORBIDDEN",
    "https://[fe80::1]/v1, FORBIDDEN",
    "https://[fd00:ec2::254]/v1, FORBIDDEN",
    "https://100.100.100.200/v1, FORBIDDEN",
    "https://0.0.0.0/v1, FORBIDDEN",
    "https://224.0.0.1/v1, FORBIDDEN",
    "http://8.8.8.8/v1, SCHEME",
    "ftp://10.0.0.1/v1, SCHEME",
    "https://a:b@10.0.0.1/v1, FORM",
    "https://10.0.0.1/v1?x, FORM",
    "https://10.0.0.1/a/../v1, FORM",
    "https://10.0.0.1/%2e%2e/v1, FORM",
    "not a url, FORM"
  })
  void someNever(String url, Problem problem) {
    assertThat(PRIVATE_TOO.problem(url)).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:11434/v1", "http://10.0.0.7:8000/v1", "https://8.8.8.8/v1"})
  void theRestMay(String url) {
    assertThat(PRIVATE_TOO.problem(url)).isEmpty();
  }
}
