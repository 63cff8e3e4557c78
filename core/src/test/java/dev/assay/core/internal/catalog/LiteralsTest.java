package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
                    midnight ~ midnight
                    v[0-9]+_detail ~ _detail
                    ^amber.*portrait$ ~ portrait
                    colou?r ~ colo
                    ab*cde ~ cde
                    xyz+w ~ xyz
                    1\\.5_x ~ 1.5_x
                    \\d+flux\\w ~ flux
                    ^\\Qm\\E\\Qi\\E\\Qd\\E.*$ ~ mid
                    \\Qab\\E?cd ~ cd
                    \\Qa.b ~ a.b
                    [abc]x[^d]yz ~ yz
                    """)
    void findsTheLongestTextThatEveryMatchHolds(String regex, String text) {
        assertThat(Literals.of(regex)).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    one|two
                    (maybe)?this
                    a{0,2}bcd
                    .*
                    []]abc
                    [^]]abc
                    [a[bc]]abc
                    [\\]]abc
                    [abc
                    \\x41bc
                    \\pLabc
                    abc\\
                    """)
    void saysNothingWhereItIsNotSure(String regex) {
        assertThat(Literals.of(regex)).isEqualTo(Optional.empty());
    }
}
