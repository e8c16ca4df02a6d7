package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void aStacksOwnFolderMayBeForgotten() {
    assertThatCode(() -> DataFolder.refuseForeign(folder)).doesNotThrowAnyException();
    assertThat(DataFolder.open(folder).secrets()).isNotEmpty();
    assertThatCode(() -> DataFolder.refuseForeign(folder)).doesNotThrowAnyException();
  }

  @Test
  void somebodysFilesAreNot() throws Exception {
    Files.writeString(folder.resolve("논문.txt"), "three years of work");
    assertThatThrownBy(() -> DataFolder.refuseForeign(folder))
        .isInstanceOf(PlainWords.class)
        .hasMessageContaining("not a stack's");
  }
}
