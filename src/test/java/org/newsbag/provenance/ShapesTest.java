package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.provenance.Articles.AR_BODY;
import static org.newsbag.provenance.Articles.AR_HEADLINE;
import static org.newsbag.provenance.Articles.EN_BODY;
import static org.newsbag.provenance.Articles.EN_HEADLINE;
import static org.newsbag.provenance.Articles.value;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test for each shape of dateline, credit and byline that outlets are known to print. */
class ShapesTest {
    /** What stands between headline and body (a space at its end: in the body's first line), and what must be read from it. */
    private record Shape(String printed, String place, String source, String byline, String issued) {}

    private static final List<Shape> ARABIC = List.of(
            new Shape("موسكو-سانا\n\n", "موسكو", "سانا", "", ""),
            new Shape("موسكو _ بوابة الهدف\n\n", "موسكو", "بوابة الهدف", "", ""),
            new Shape("دبي -الشرق\n\n", "دبي", "الشرق", "", ""),
            new Shape("بيروت – النهار\n", "بيروت", "النهار", "", ""),
            new Shape("القاهرة: أحمد عبدالحميد\n\n", "القاهرة", "", "أحمد عبدالحميد", ""),
            new Shape("أحمد عبدالحميد (القاهرة)\n\n", "القاهرة", "", "أحمد عبدالحميد", ""),
            new Shape("أحمد عبدالحميد من القاهرة\n\n", "القاهرة", "", "أحمد عبدالحميد", ""),
            new Shape("الشارقة - سالم راشد: ", "الشارقة", "", "سالم راشد", ""),
            new Shape("واس - جدة\n", "جدة", "واس", "", ""),
            new Shape("ليلى منصور- عكاظ- جدة: ", "جدة", "عكاظ", "ليلى منصور", ""),
            new Shape("الجزيرة – الرياض\n\n", "الرياض", "الجزيرة", "", ""),
            new Shape("بغداد (رويترز) – ", "بغداد", "رويترز", "", ""),
            new Shape("15 يناير كانون الثاني (رويترز) – ", "", "", "", "XXXX-01-15"),
            new Shape("دبي، الإمارات العربية المتحدة (CNN) -- ", "دبي، الإمارات العربية المتحدة", "CNN", "", ""),
            new Shape("بيروت: «الشرق الأوسط»\n\n", "بيروت", "الشرق الأوسط", "", ""),
            new Shape("عمان - \"الغد\"\n\n", "عمان", "الغد", "", ""),
            new Shape("دمشق – وكالات\n\n", "دمشق", "وكالات", "", ""),
            new Shape("جدة 5 محرم 1437 هـ الموافق 18 أكتوبر 2015 م واس\n", "جدة", "واس", "", "2015-10-18"),
            new Shape("الدوحة – قنا : ", "الدوحة", "قنا", "", ""),
            new Shape("سمر نبيل- (تصوير: وليد جابر)- سبق- جدة: ", "جدة", "سبق", "سمر نبيل", ""),
            new Shape("رام الله - أ .ف .ب\n\n", "رام الله", "أ .ف .ب", "", ""),
            new Shape("كتبت : ليلى منصور\n\n", "", "", "ليلى منصور", ""),
            new Shape("كتب -ناصر حمدي:\n\n", "", "", "ناصر حمدي", ""),
            new Shape("بقلم: الدكتور سامي نعيم\n\n", "", "", "سامي نعيم", ""),
            new Shape("تقرير: مروان سعيد\n\n", "", "", "مروان سعيد", ""),
            new Shape("مراسلنا من عدن: خالد سيف\n\n", "عدن", "", "خالد سيف", ""),
            new Shape("القدس المحتلة: الوطن\n\n", "القدس المحتلة", "الوطن", "", ""),
            new Shape("الكويت - 5 - 3 (كونا) -- ", "الكويت", "كونا", "", "XXXX-03-05"),
            new Shape("رام الله 5-3-2023 وفا- ", "رام الله", "وفا", "", "2023-03-05"),
            new Shape("المنامة في 5 مارس / بنا / ", "المنامة", "بنا", "", "XXXX-03-05"),
            new Shape("عمان 5 آذار (بترا) - ", "عمان", "بترا", "", "XXXX-03-05"),
            new Shape("أبوظبي في ٥ مارس ٢٠٢٣ / وام / ", "أبوظبي", "وام", "", "2023-03-05"),
            new Shape("بكين 5 نوفمبر (تشرين الثاني) 2023 (شينخوا) -- ", "بكين", "شينخوا", "", "2023-11-05"),
            new Shape("تونس 5 جويلية 2023 (وات) - ", "تونس", "وات", "", "2023-07-05"),
            new Shape("الجزائر - ", "الجزائر", "", "", ""),
            new Shape(
                    "القاهرة ـ «القدس العربي» من أحمد عبدالحميد\n\n", "القاهرة", "القدس العربي", "أحمد عبدالحميد", ""),
            new Shape("الخرطوم / سالم راشد / الأناضول\n\n", "الخرطوم", "الأناضول", "سالم راشد", ""),
            new Shape("بغداد: «الخليج»، وكالات", "بغداد", "الخليج; وكالات", "", ""),
            new Shape("مكة المكرمة – حامد القرشي\n", "مكة المكرمة", "", "حامد القرشي", ""),
            new Shape("أ ف ب - مايدوغوري (نيجيريا)\n\n", "مايدوغوري (نيجيريا)", "أ ف ب", "", ""),
            new Shape(
                    "صنعاء: خالد سيف عدن: ماجد صالح وفهد ناصر\n\n",
                    "صنعاء; عدن",
                    "",
                    "خالد سيف; ماجد صالح; فهد ناصر",
                    ""));

    private static final List<Shape> OTHERS = List.of(
            new Shape("DAMASCUS, Syria (AP) — ", "DAMASCUS, Syria", "AP", "", ""),
            new Shape("LONDON, Oct 17 (Reuters) - ", "LONDON", "Reuters", "", "XXXX-10-17"),
            new Shape("(Reuters) - ", "", "", "", ""),
            new Shape("By Jane Q. Doe\n\n", "", "", "Jane Q. Doe", ""),
            new Shape("By Jane Doe and John Roe\n\n", "", "", "Jane Doe; John Roe", ""),
            new Shape("PARIS (AFP) - ", "PARIS", "AFP", "", ""),
            new Shape("Par Jeanne Dupont\n\n", "", "", "Jeanne Dupont", ""),
            new Shape("МОСКВА, 5 марта — РИА Новости. ", "МОСКВА", "РИА Новости", "", "XXXX-03-05"),
            new Shape("КАЗАНЬ, 5 марта. /ТАСС/. ", "КАЗАНЬ", "ТАСС", "", "XXXX-03-05"),
            new Shape("Москва. 5 марта. INTERFAX.RU - ", "Москва", "INTERFAX.RU", "", "XXXX-03-05"),
            new Shape("ROMA - ", "ROMA", "", "", ""),
            new Shape("Ayşe YILMAZ/İZMİR, (DHA)\n\n", "İZMİR", "DHA", "Ayşe YILMAZ", ""),
            new Shape("MADRID (EFE).— ", "MADRID", "EFE", "", ""),
            new Shape("BOGOTÁ.- ", "BOGOTÁ", "", "", ""),
            new Shape("Berlin (dpa) - ", "Berlin", "dpa", "", ""),
            new Shape("NAIROBI, Kenya, March 5, 2023 (AP) — ", "NAIROBI, Kenya", "AP", "", "2023-03-05"),
            new Shape("JEDDAH: ", "JEDDAH", "", "", ""),
            new Shape("BEIJING/SEOUL (Reuters) - ", "BEIJING/SEOUL", "Reuters", "", ""),
            new Shape("By Jane Doe, Associated Press\n\n", "", "", "Jane Doe", ""),
            new Shape(
                    "МОСКВА, 5 мар — РИА Новости, Иван Петров. ", "МОСКВА", "РИА Новости", "Иван Петров", "XXXX-03-05"),
            new Shape("ANKARA (AA) - ", "ANKARA", "AA", "", ""),
            new Shape("MÉXICO, D.F., marzo 5 (EL UNIVERSAL).- ", "MÉXICO, D.F.", "EL UNIVERSAL", "", "XXXX-03-05"),
            new Shape("Paris, 5 mars 2020 (AFP) - ", "Paris", "AFP", "", "2020-03-05"),
            new Shape("تهران- ایرنا- ", "تهران", "ایرنا", "", ""),
            new Shape("Автор: Иван Петров\n\n", "", "", "Иван Петров", ""),
            new Shape("新华社北京10月5日电 ", "北京", "新华社", "", "XXXX-10-05"),
            new Shape(
                    "The free garden took two years and has a library, a playground and an open stage for everyone.\n\nDUBLIN — ",
                    "DUBLIN",
                    "",
                    "",
                    ""),
            new Shape("Von Erika Musterfrau\n\n", "", "", "Erika Musterfrau", ""));

    @TestFactory
    Stream<DynamicTest> arabic() {
        return ARABIC.stream().map(shape -> test(shape, AR_HEADLINE, AR_BODY));
    }

    @TestFactory
    Stream<DynamicTest> other_languages() {
        return OTHERS.stream().map(shape -> test(shape, EN_HEADLINE, EN_BODY));
    }

    /** Shapes that the rules were first tried on after they were written, and traps that look like them. */
    @TestFactory
    Stream<DynamicTest> unseen() throws IOException {
        return Lexicon.rows("shapes.tsv").stream().map(row -> {
            boolean arabic = row[0].equals("ar");
            var before = row[1].replace("\\n", "\n");
            var behind = row[2].replace("\\n", "\n");
            return DynamicTest.dynamicTest(row[1] + row[2], () -> {
                var headline = arabic ? AR_HEADLINE : EN_HEADLINE;
                var read = Articles.read(headline + "\n\n" + before + (arabic ? AR_BODY : EN_BODY) + behind);
                assertThat(value(read, Field.DATELINE_PLACE)).as("place").isEqualTo(row[3]);
                assertThat(value(read, Field.DATELINE_AGENCY)).as("source").isEqualTo(row[4]);
                assertThat(value(read, Field.BYLINE)).as("byline").isEqualTo(row[5]);
                if (!before.startsWith("UPDATE"))
                    assertThat(value(read, Field.HEADLINE)).as("headline").isEqualTo(headline);
            });
        });
    }

    private static DynamicTest test(Shape shape, String headline, String body) {
        return DynamicTest.dynamicTest(shape.printed.strip(), () -> {
            var read = Articles.read(headline + "\n\n" + shape.printed + body);
            assertThat(value(read, Field.DATELINE_PLACE)).as("place").isEqualTo(shape.place);
            assertThat(value(read, Field.DATELINE_AGENCY)).as("source").isEqualTo(shape.source);
            assertThat(value(read, Field.BYLINE)).as("byline").isEqualTo(shape.byline);
            assertThat(value(read, Field.ISSUED)).as("issued").isEqualTo(shape.issued);
            assertThat(value(read, Field.HEADLINE)).as("headline").isEqualTo(headline);
        });
    }
}
