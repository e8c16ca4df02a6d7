package app.madang.functions.embedding;

import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.runtime.Healthy;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A small model in this very process: no vendor, no key, nothing leaves. It is loaded beside the
 * start of the function, because nothing here works without it.
 */
final class OnnxEmbedding implements Healthy {

  private final FutureTask<EmbeddingModel> loading;

  OnnxEmbedding() {
    this(OnnxEmbedding::load);
  }

  private OnnxEmbedding(Callable<EmbeddingModel> loader) {
    loading = new FutureTask<>(loader);
    Thread.ofPlatform().daemon().name("model-loading").start(loading);
  }

  static OnnxEmbedding of(Callable<EmbeddingModel> loader) {
    return new OnnxEmbedding(loader);
  }

  /** What failed to load stays so; a model that is still loading is not ill. */
  @Override
  public boolean healthy() {
    return loading.state() != Future.State.FAILED;
  }

  List<float[]> embed(List<String> texts) {
    EmbeddingModel model = loaded();
    // one by one on the caller's thread: who may run at the same time is the caller's decision
    return texts.stream().map(text -> model.embed(text).content().vector()).toList();
  }

  private EmbeddingModel loaded() {
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddingUnavailableException("stopped while the model was loading", e);
    } catch (ExecutionException e) {
      throw new EmbeddingUnavailableException("the model cannot be loaded", e);
    }
  }

  private static EmbeddingModel load() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    OnnxLibraries.unpack(temporary);
    // the tokenizer unpacks its library there too, and neither fetches nor reports
    setUnlessSet("DJL_CACHE_DIR", temporary.resolve("madang-tokenizer").toString());
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
    // the first inference is slow: it should not be a person's
    model.embed("warm");
    return model;
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getenv(name) == null && System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
