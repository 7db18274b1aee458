package org.newsbag.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;

/** Profiles of every dialect: what is read can be written in the standard form, means the same there, and holds a bag to something. */
class ProfileFuzz {
    record Read(Optional<Profile> profile, boolean isDialect, boolean hasErrors, List<String> told) {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                SampleProfile.with(""),
                SampleProfile.with(
                        "'Bag-Info': {'Title': {'required': true, 'values': ['a', 'b'], 'repeatable': false,"
                                + " 'description': 'x'}}, 'Serialization': 'required', 'Accept-Serialization': ['application/zip']"),
                SampleProfile.with("'Manifests-Required': ['sha256'], 'Manifests-Allowed': ['sha256', 'md5'],"
                        + " 'Tag-Manifests-Required': ['md5'], 'Tag-Files-Required': ['a.xml'], 'Tag-Files-Allowed': ['*.xml'],"
                        + " 'Payload-Files-Required': ['data/a'], 'Payload-Files-Allowed': ['data/?', 'data/s/']"),
                SampleProfile.with("'Allow-Fetch.txt': false, 'Fetch.txt-Required': true, 'Data-Empty': true,"
                        + " 'Other-Info': [{'o.txt': {'L': {'required': true}}}], 'Unknown': 1e9"),
                bytes(
                        "{'acceptBagItVersion': ['1.0'], 'manifestsRequired': ['md5'], 'serialization': 'optional',"
                                + " 'bagItProfileInfo': {'bagItProfileIdentifier': 'https://example.org/d.json'},"
                                + " 'tags': [{'tagFile': 'bag-info.txt', 'tagName': 'Title', 'required': true, 'values': ['a'], 'help': 'h'}]}"),
                bytes(
                        "{'name': 'b', 'ordered': [{'Title': {'fieldRequired': true, 'requiredValue': 'x', 'valueList': ['x', 'y']}}]}"),
                bytes("[1, 'two', null, true, -0.1e-7]"),
                bytes("{'Bag-Info': 1e99999999999}"));
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }

    @DictionaryEntries({
        "BagIt-Profile-Info",
        "BagIt-Profile-Version",
        "Bag-Info",
        "Manifests-Required",
        "Manifests-Allowed",
        "Tag-Files-Required",
        "Tag-Files-Allowed",
        "Payload-Files-Required",
        "Payload-Files-Allowed",
        "Serialization",
        "Accept-Serialization",
        "Accept-BagIt-Version",
        "Allow-Fetch.txt",
        "Fetch.txt-Required",
        "Data-Empty",
        "Other-Info",
        "required",
        "repeatable",
        "recommended",
        "values",
        "description",
        "acceptBagItVersion",
        "manifestsRequired",
        "bagItProfileInfo",
        "tagFile",
        "tagName",
        "ordered",
        "fieldRequired",
        "requiredValue",
        "valueList",
        "defaultValue"
    })
    @MethodSource("seeds")
    @FuzzTest
    void profile(byte[] json) throws IOException {
        var read = read(json);
        assertThat(read(json)).isEqualTo(read);
        assertThat(read.profile().isEmpty()).isEqualTo(read.hasErrors());
        if (read.profile().isEmpty()) return;
        var profile = read.profile().get();
        assertThat(check(profile)).isEqualTo(check(profile));
        var standard = profile.toJson();
        if (read.isDialect()) return; // which may lack what the standard form must have
        var back = read(SampleProfile.bytes(standard)).profile();
        assertThat(back.map(Profile::toJson)).contains(standard);
        assertThat(check(back.get())).isEqualTo(check(profile));
    }

    private static List<String> check(Profile profile) throws IOException {
        var findings = new Findings();
        profile.check(new SampleBag().tag("Title", "a").tag("Title", ""), findings);
        return ToldFindings.of(findings);
    }

    private static Read read(byte[] json) {
        var findings = new Findings();
        var profile = Profile.read("p.json", json, findings);
        return new Read(
                profile, findings.has(FindingCode.PROFILE_DIALECT), findings.hasErrors(), ToldFindings.of(findings));
    }
}
