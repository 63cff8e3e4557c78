package dev.assay.core.query;

import dev.assay.core.query.Filter.NumberField;
import dev.assay.core.query.Filter.TimeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the long form by recursive descent.
 *
 * <pre>
 * or    = and { "or" and }
 * and   = not { "and" not }
 * not   = "not" not | "(" or ")" | term
 * term  = ( "is" | "has" | "no" ) WORD | KEY OPERATOR VALUE
 * </pre>
 */
final class ExpressionParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|'[^']*'|[()]|!=|>=|<=|[=<>~]|[^\\s()=<>!~\"']+)");
    private static final Set<String> OPERATORS = Set.of("=", "!=", ">", ">=", "<", "<=", "~");

    /** Deeper than anyone writes by hand, and far from the end of the stack. */
    private static final int DEEPEST = 100;

    private final List<String> tokens;
    private final FilterContext context;
    private int at;
    private int depth;

    private ExpressionParser(List<String> tokens, FilterContext context) {
        this.tokens = tokens;
        this.context = context;
    }

    static Filter parse(String expression, FilterContext context) {
        ExpressionParser parser = new ExpressionParser(tokens(expression), context);
        Filter filter = parser.or();
        if (parser.at < parser.tokens.size()) {
            throw new FilterException(
                    "'%s' is more than the expression needs; join parts with and, or"
                            .formatted(parser.tokens.get(parser.at)));
        }
        return filter;
    }

    private static List<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        String rest = expression.substring(end).strip();
        if (!rest.isEmpty()) {
            throw new FilterException("The expression makes no sense from here on: " + rest);
        }
        return tokens;
    }

    private Filter or() {
        List<Filter> parts = new ArrayList<>(List.of(and()));
        while (take("or")) {
            parts.add(and());
        }
        return FilterParser.any(parts);
    }

    private Filter and() {
        List<Filter> parts = new ArrayList<>(List.of(not()));
        while (take("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
    }

    private Filter not() {
        if (++depth > DEEPEST) {
            throw new FilterException("The expression is nested too deep");
        }
        try {
            if (take("not")) {
                return new Filter.Not(not());
            }
            if (take("(")) {
                Filter inner = or();
                if (!take(")")) {
                    throw new FilterException("A ')' is missing");
                }
                return inner;
            }
            return term();
        } finally {
            depth--;
        }
    }

    private Filter term() {
        String word = next("a key such as size or type").toLowerCase(Locale.ROOT);
        FilterKey key =
                FilterKey.of(word)
                        .or(() -> comparable(word))
                        .orElseThrow(() ->
                                new FilterException("No key '%s' to compare".formatted(word)));
        if (key == FilterKey.IS || key == FilterKey.HAS || key == FilterKey.NO) {
            return key.filter(next("a word after '%s'".formatted(word)), context);
        }
        String operator = next("an operator after '%s', such as =".formatted(word));
        if (!OPERATORS.contains(operator)) {
            throw new FilterException(
                    "'%s' is no operator; there are = != > >= < <= ~".formatted(operator));
        }
        String value = next("a value after '%s %s'".formatted(word, operator));
        return switch (operator) {
            case "=" -> equal(key, value);
            case "!=" -> new Filter.Not(equal(key, value));
            case "~" -> FilterKey.RE.filter(value, context);
            default -> compare(word, key, operator, value);
        };
    }

    private Filter equal(FilterKey key, String value) {
        Optional<NumberField> number = number(key);
        if (number.isPresent() && !value.contains("..")) {
            OptionalLong exact = OptionalLong.of(Numbers.number(value, number.get()));
            return new Filter.Between(number.get(), exact, exact);
        }
        return key.filter(value, context);
    }

    private static Optional<FilterKey> comparable(String word) {
        return word.equals("modified") ? Optional.of(FilterKey.NEWER) : Optional.empty();
    }

    private static Optional<NumberField> number(FilterKey key) {
        return switch (key) {
            case SIZE -> Optional.of(NumberField.SIZE);
            case DOWNLOADS -> Optional.of(NumberField.DOWNLOADS);
            case PARAMS -> Optional.of(NumberField.PARAMETERS);
            default -> Optional.empty();
        };
    }

    private static Optional<TimeField> time(FilterKey key) {
        return switch (key) {
            case NEWER -> Optional.of(TimeField.MODIFIED);
            case SEEN -> Optional.of(TimeField.SEEN);
            case ADDED -> Optional.of(TimeField.ADDED);
            case PUBLISHED -> Optional.of(TimeField.PUBLISHED);
            default -> Optional.empty();
        };
    }

    private Filter compare(String word, FilterKey key, String operator, String value) {
        Optional<NumberField> number = number(key);
        if (number.isPresent()) {
            return compare(number.get(), operator, Numbers.number(value, number.get()));
        }
        TimeField time =
                time(key)
                        .orElseThrow(() ->
                                new FilterException(
                                        "'%s' is no number and no time; use = or != with it"
                                                .formatted(word)));
        var limit = Optional.of(Times.time(value, context));
        return operator.startsWith(">")
                ? new Filter.During(time, limit, Optional.empty())
                : new Filter.During(time, Optional.empty(), limit);
    }

    private static Filter compare(NumberField field, String operator, long limit) {
        OptionalLong none = OptionalLong.empty();
        return switch (operator) {
            case ">" -> new Filter.Between(field, OptionalLong.of(limit + 1), none);
            case ">=" -> new Filter.Between(field, OptionalLong.of(limit), none);
            case "<" -> new Filter.Between(field, none, OptionalLong.of(limit - 1));
            default -> new Filter.Between(field, none, OptionalLong.of(limit));
        };
    }

    private boolean take(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equalsIgnoreCase(token);
        if (there) {
            at++;
        }
        return there;
    }

    private String next(String what) {
        if (at == tokens.size()) {
            throw new FilterException("The expression ends where %s should be".formatted(what));
        }
        String token = tokens.get(at++);
        boolean quoted = token.startsWith("\"") || token.startsWith("'");
        return quoted ? token.substring(1, token.length() - 1) : token;
    }
}
