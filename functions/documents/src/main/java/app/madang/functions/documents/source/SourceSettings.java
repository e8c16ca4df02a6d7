package app.madang.functions.documents.source;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner says about a source; which fields count follows from its kind. */
public record SourceSettings(
    @Nullable @Size(max = 20) List<@NotBlank @NotNull @Size(max = 1000) String> urls,
    @Nullable @Size(max = 200) String pathPrefix,
    @Nullable @Min(1) @Max(10_000) Integer maxPages,
    @Nullable @Min(0) @Max(20) Integer maxDepth,
    @Nullable @Min(0) @Max(30) Integer delaySeconds,
    @Nullable Boolean sitemap,
    @Nullable @Size(max = 222) String bucket,
    @Nullable @Size(max = 500) String prefix,
    @Nullable @Size(max = 200) String driveFolder) {}
