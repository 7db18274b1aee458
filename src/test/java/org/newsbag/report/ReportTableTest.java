package org.newsbag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private static String written(HeldBag... bags) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new ReportTable(out);
        for (var bag : bags) table.add(bag);
        table.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_for_each_bag() throws IOException {
        var verified = Optional.of(Instant.parse("2026-11-25T12:00:00Z"));
        assertThat(written(
                        new HeldBag(7, "/srv/صحف, 1998", Optional.of("/srv/a"), 3, 1234567, verified, "intact"),
                        new HeldBag(8, "/srv/b", Optional.empty(), 0, 0, Optional.empty(), "unverified")))
                .isEqualTo("id,location,copy of,files,bytes,last verified,state\r\n"
                        + "7,\"/srv/صحف, 1998\",/srv/a,3,1234567,2026-11-25T12:00:00Z,intact\r\n"
                        + "8,/srv/b,,0,0,,unverified\r\n");
    }

    @Test
    void a_name_is_no_formula() throws IOException {
        assertThat(written(new HeldBag(1, "=HYPERLINK(\"x\")", Optional.of("@SUM"), 0, 0, Optional.empty(), "-1")))
                .contains("1,\"'=HYPERLINK(\"\"x\"\")\",'@SUM,0,0,,'-1\r\n");
    }
}
