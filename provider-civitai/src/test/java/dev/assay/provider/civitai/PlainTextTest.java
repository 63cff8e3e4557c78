package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void keepsTheLinesOfBlocksAndLists() {
        String html =
                "<h1>Title</h1><p>One&nbsp;two</p><ul><li>a</li><li><p>b</p></li></ul><p>end</p>";
        assertThat(PlainText.of(html)).isEqualTo("Title\n\nOne two\n\n- a\n- b\n\nend");
    }

    @Test
    void dropsWhatIsNoText() {
        assertThat(PlainText.of("a<script>alert(1)</script><style>p{}</style><img src=x>b"))
                .isEqualTo("ab");
    }

    @Test
    void takesTextThatOnlyLooksLikeMarkup() {
        assertThat(PlainText.of("1 < 2 and 3 > 2 &lt;b&gt;")).isEqualTo("1 < 2 and 3 > 2 <b>");
    }

    @Test
    void copesWithTenThousandOpenTags() {
        assertThat(PlainText.of("<b><i>".repeat(10_000) + "deep")).isEqualTo("deep");
    }

    @Test
    void cutsWhatNobodyReads() {
        assertThat(PlainText.of("x".repeat(10_000_000)).length()).isLessThan(300_000);
    }
}
