package app.madang.runtime.web;

import app.madang.runtime.telemetry.Served;
import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer whose status is written down: the framework's own does not tell it. */
record NotedResponse(HttpResponse answer, Served.Hop hop) implements HttpResponse {

  @Override
  public void setStatusCode(int code) {
    hop.status(code);
    answer.setStatusCode(code);
  }

  @Override
  public void setStatusCode(int code, String message) {
    hop.status(code);
    answer.setStatusCode(code, message);
  }

  @Override
  public void setContentType(String contentType) {
    answer.setContentType(contentType);
  }

  @Override
  public Optional<String> getContentType() {
    return answer.getContentType();
  }

  @Override
  public void appendHeader(String header, String value) {
    answer.appendHeader(header, value);
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return answer.getHeaders();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return answer.getOutputStream();
  }

  @Override
  public BufferedWriter getWriter() throws IOException {
    return answer.getWriter();
  }
}
