package org.newsbag.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageResult;

/** Tells the language of a text by statistics. The models load in the background; the first text waits for them. */
final class LanguageGuess {
    private static final int LEAST_LETTERS = 40;
    private static final int SAMPLE = 1_500;
    /** All seventy models would take three times as long to load, and mistake short texts for languages that no news is in. */
    private static final Set<String> MODELS = Set.of(
            "ar", "fa", "ur", "he", "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "tr", "pl", "zh-CN", "zh-TW",
            "ja", "ko", "el", "sv", "id");

    private final CompletableFuture<OptimaizeLangDetector> detector = new CompletableFuture<>();

    LanguageGuess() {
        var loading = new Thread(this::load, "language models");
        loading.setDaemon(true);
        loading.start();
    }

    Language of(String text) {
        var sample = sample(text);
        if (sample.isEmpty()) return Language.UNDETERMINED;
        var found = detect(sample);
        return found.getLanguage().isEmpty() || !found.isReasonablyCertain()
                ? Language.UNDETERMINED
                : new Language(tag(found.getLanguage()), round(found.getRawScore()), "statistics");
    }

    private LanguageResult detect(String sample) {
        var loaded = detector.join();
        // The detector gathers text in itself; a quarter of a millisecond each is not worth a second set of models.
        synchronized (loaded) {
            return loaded.detect(sample);
        }
    }

    /** The first letters, with the spaces between them; empty where there are too few. */
    private static String sample(String text) {
        var sample = new StringBuilder(SAMPLE);
        int letters = 0;
        for (int i = 0; i < text.length() && sample.length() < SAMPLE; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || Character.isSurrogate(c)) letters++;
            sample.append(c);
        }
        return letters < LEAST_LETTERS ? "" : sample.toString();
    }

    private static String tag(String model) {
        return model.startsWith("zh") ? "zh" : model;
    }

    private static double round(double confidence) {
        return Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000.0;
    }

    private void load() {
        try {
            var loaded = new OptimaizeLangDetector();
            loaded.loadModels(MODELS);
            detector.complete(loaded);
        } catch (IOException e) {
            detector.completeExceptionally(new UncheckedIOException(e));
        } catch (Throwable e) {
            detector.completeExceptionally(e);
        }
    }
}
