package org.newsbag.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.upkeep.AllowList.NotAllowed;

class AllowListTest {
    private final AllowList allowed = new AllowList(new FetchRequest(
            Path.of("bag"), List.of("https"), List.of("Archive.Example.org", "*.example.com", "localhost:8443"), 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://archive.example.org/a",
                "HTTPS://ARCHIVE.example.ORG/a",
                "https://archive.example.org:443/a",
                "https://a.b.example.com/",
                "https://localhost:8443/a"
            })
    void allowed(String url) throws Exception {
        assertThat(allowed.check(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a",
                "https://evil.org/archive.example.org",
                "https://archive.example.org.evil.org/",
                "https://archive.example.org:444/a",
                "https://example.com/",
                "https://badexample.com/",
                "https://localhost/",
                "https://archive.example.org@evil.org/",
                "https://me@archive.example.org/",
                "http://archive.example.org/a",
                "file:///etc/passwd",
                "https:archive.example.org",
                "https://[::1]/",
                "https://archive.example.org/a b"
            })
    void notAllowed(String url) {
        assertThatThrownBy(() -> allowed.check(url)).isInstanceOf(NotAllowed.class);
    }
}
