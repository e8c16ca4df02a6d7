package app.madang.functions.chat.mcp;

import app.madang.functions.chat.openai.Beats;
import app.madang.functions.chat.openai.RateLimits;
import app.madang.identity.ApiKeys;
import app.madang.runtime.Transactions;
import app.madang.runtime.security.Authentication;
import app.madang.runtime.web.ForeignOperation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's operations; the tools are the function's. */
@Configuration(proxyBeanMethods = false)
public class McpConfiguration {

  @Bean
  Visitors visitors(
      Authentication authentication, ApiKeys keys, Transactions transactions, JdbcClient jdbc) {
    return new Visitors(
        authentication,
        keys,
        person ->
            transactions.read(
                () ->
                    jdbc.sql("SELECT identity.is_suspended(?)")
                        .param(person)
                        .query(Boolean.class)
                        .single()));
  }

  @Bean
  ForeignOperation mcp(
      List<McpTool> tools,
      McpShelf shelf,
      Visitors visitors,
      RateLimits limits,
      Beats beats,
      JsonMapper json) {
    return new McpEndpoint(new McpServer(tools, shelf, json), visitors, limits, beats, json);
  }

  @Bean
  ForeignOperation describeMcpResource(JsonMapper json) {
    return new ResourceMetadata(json);
  }

  @Bean
  ForeignOperation describeMcpResourceByPath(JsonMapper json) {
    return new ResourceMetadata(json);
  }
}
