package app.madang.functions.local.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.local.PlainWords;
import app.madang.functions.local.evaluation.TestSet.SourceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestSetReaderTest {

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    write("corpus.jsonl", "{\"_id\":\"d 1\",\"title\":\"T\",\"text\":\"one\",\"metadata\":{}}");
    write("queries.jsonl", "{\"id\":7,\"text\":\"who?\"}\n\n{\"_id\":\"8\",\"text\":\"no one\"}");
    write("qrels.tsv", "7\td 1\t1");
  }

  @Test
  void bothWaysToNameFieldsAreRead() {
    TestSet set = new TestSetReader(folder).read();
    assertThat(set.documents()).containsExactly(new SourceDocument("d 1", "T", "one"));
    assertThat(set.questions()).containsExactly(Map.entry("7", "who?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7\td 1\t2",
        "query-id\tcorpus-id\tscore\n7\td 1\t2\n8\td 1\t0",
        "\uFEFFquery-id\tcorpus-id\tscore\r\n7\td 1\t2.0\r\n",
        "7\t0\td 1\t2",
      })
  void judgementsComeInSeveralShapes(String text) throws IOException {
    write("qrels.tsv", text);
    assertThat(new TestSetReader(folder).read().relevant())
        .containsExactly(Map.entry("7", Map.of("d 1", 2)));
  }

  @Test
  void beirsFolderOfJudgementsIsFound() throws IOException {
    Files.createDirectory(folder.resolve("qrels"));
    Files.move(folder.resolve("qrels.tsv"), folder.resolve("qrels/test.tsv"));
    assertThat(new TestSetReader(folder).read().questions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corpus.jsonl|{\"text\":\"x\"}|corpus.jsonl, line 1: neither _id nor id",
        "corpus.jsonl|{\"id\":\"x\"}|corpus.jsonl, line 1: no text",
        "corpus.jsonl|[1]|corpus.jsonl, line 1: not a JSON object",
        "queries.jsonl|{|queries.jsonl, line 1: not JSON",
        "queries.jsonl|''|queries.jsonl is empty",
        "qrels.tsv|7 d|should be question, document and grade",
        "qrels.tsv|7 d 1 x y|should be question, document and grade",
        "qrels.tsv|9 d 1|no question of queries.jsonl",
        "qrels.tsv|7 d 0|judges no document relevant",
      })
  void whatIsWrongIsSaidWithItsLine(String file, String text, String words) throws IOException {
    write(file, text);
    // the first line may be names; these are no names
    if (file.equals("qrels.tsv")) {
      write(file, "a b 0\n" + text);
    }
    assertThatThrownBy(() -> new TestSetReader(folder).read())
        .isInstanceOf(PlainWords.class)
        .hasMessageContaining(words);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("qrels.tsv"));
    assertThatThrownBy(() -> new TestSetReader(folder).read()).hasMessageContaining("no qrels.tsv");
    assertThatThrownBy(() -> new TestSetReader(folder.resolve("none")).read())
        .hasMessageContaining("no folder");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
