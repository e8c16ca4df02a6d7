package app.madang.functions.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The site's type for the sign-in page too: not every machine has a Korean one. */
record SiteType(Path assets) implements WebMvcConfigurer {

  static final String PATHS = "/assets/**";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler(PATHS).addResourceLocations(assets.toUri().toString());
  }

  /** The style sheets that declare it; none before the site is built. */
  String links() {
    if (!Files.isDirectory(assets)) {
      return "";
    }
    try (Stream<Path> files = Files.list(assets)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("typeOf.*\\.css"))
          .map(name -> "<link rel=\"stylesheet\" href=\"/assets/" + name + "\">")
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "";
    }
  }
}
