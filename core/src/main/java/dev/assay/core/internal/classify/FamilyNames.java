package dev.assay.core.internal.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How people and trainers write the families. Spellings were collected from ModelSpec files as
 * sd-scripts, OneTrainer, ai-toolkit and musubi-tuner write them, and from SwarmUI's list of
 * remaps.
 */
final class FamilyNames {

    private static final int SHORT = 6;

    /** A piece of text, without signs and in lower case, and the family that it means. */
    private record Spelling(String text, String family) {}

    /** The first that is found counts, so the particular go first. */
    private static final List<Spelling> SPELLINGS =
            List.of(
                    new Spelling("stablediffusionxlv1refiner", "SDXL_REFINER"),
                    new Spelling("sdxlrefiner", "SDXL_REFINER"),
                    new Spelling("stablediffusionxl", "SDXL"),
                    new Spelling("sdxl", "SDXL"),
                    new Spelling("illustrious", "SDXL"),
                    new Spelling("noobai", "SDXL"),
                    new Spelling("ponydiffusionv6", "SDXL"),
                    new Spelling("ponyv7", "AURAFLOW"),
                    new Spelling("pony", "SDXL"),
                    new Spelling("animagine", "SDXL"),
                    new Spelling("stablediffusionv3", "SD3"),
                    new Spelling("stablediffusion3", "SD3"),
                    new Spelling("sd35", "SD3"),
                    new Spelling("sd3", "SD3"),
                    new Spelling("stablediffusionv2", "SD2"),
                    new Spelling("stablediffusion2", "SD2"),
                    new Spelling("sdv2", "SD2"),
                    new Spelling("sd20", "SD2"),
                    new Spelling("sd21", "SD2"),
                    new Spelling("sd2", "SD2"),
                    new Spelling("stablediffusionv1", "SD1"),
                    new Spelling("stablediffusion1", "SD1"),
                    new Spelling("sdv1", "SD1"),
                    new Spelling("sd15", "SD1"),
                    new Spelling("sd14", "SD1"),
                    new Spelling("sd1", "SD1"),
                    new Spelling("stablevideodiffusion", "SVD"),
                    new Spelling("stablecascade", "CASCADE"),
                    new Spelling("wuerstchen", "CASCADE"),
                    new Spelling("chroma", "CHROMA"),
                    new Spelling("flux2", "FLUX2"),
                    new Spelling("klein", "FLUX2"),
                    new Spelling("flux", "FLUX1"),
                    new Spelling("kolors", "KOLORS"),
                    new Spelling("qwen", "QWEN_IMAGE"),
                    new Spelling("zimage", "Z_IMAGE"),
                    new Spelling("lumina", "LUMINA2"),
                    new Spelling("omnigen", "OMNIGEN2"),
                    new Spelling("hidream", "HIDREAM"),
                    new Spelling("auraflow", "AURAFLOW"),
                    new Spelling("pixart", "PIXART"),
                    new Spelling("sana", "SANA"),
                    new Spelling("hunyuandit", "HUNYUAN_DIT"),
                    new Spelling("hydit", "HUNYUAN_DIT"),
                    new Spelling("hunyuan3d", "HUNYUAN3D"),
                    new Spelling("hunyuan", "HUNYUAN_VIDEO"),
                    new Spelling("hyvid", "HUNYUAN_VIDEO"),
                    new Spelling("framepack", "HUNYUAN_VIDEO"),
                    new Spelling("ltxv", "LTXV"),
                    new Spelling("ltx", "LTXV"),
                    new Spelling("lightricks", "LTXV"),
                    new Spelling("mochi", "MOCHI"),
                    new Spelling("anima", "ANIMA"),
                    new Spelling("cosmos", "COSMOS"),
                    new Spelling("cogvideo", "COGVIDEOX"),
                    new Spelling("cogview4", "COGVIEW4"),
                    new Spelling("krea2", "KREA2"),
                    new Spelling("ernie", "ERNIE"),
                    new Spelling("kandinsky", "KANDINSKY5"),
                    new Spelling("acestep", "ACE_STEP"),
                    new Spelling("stableaudio", "STABLE_AUDIO"),
                    new Spelling("wan2", "WAN"),
                    new Spelling("wanvideo", "WAN"));

    /** Whole words that mean a family; as parts of words they would mean anything. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("wan", "WAN"),
                    Map.entry("xl", "SDXL"),
                    Map.entry("pdxl", "SDXL"),
                    Map.entry("ilxl", "SDXL"),
                    Map.entry("svd", "SVD"),
                    Map.entry("aura", "AURAFLOW"));

    /** Families that share a latent space, and so their VAEs. */
    private static final Map<String, Set<String>> LATENT_SPACES =
            Map.of(
                    "SD_VAE4",
                    Set.of("SD1", "SD2", "SDXL", "SDXL_REFINER", "KOLORS", "PIXART", "AURAFLOW"),
                    "FLUX_VAE16",
                    Set.of("FLUX1", "SD3", "CHROMA", "LUMINA2", "Z_IMAGE", "HIDREAM", "OMNIGEN2"),
                    "WAN_VAE16",
                    Set.of("WAN", "QWEN_IMAGE", "ANIMA", "COSMOS", "KREA2"),
                    "WAN",
                    Set.of("QWEN_IMAGE", "ANIMA"));

    private FamilyNames() {}

    /** {@return the families that can be meant, and how they are spelled} */
    static Stream<String> known() {
        return SPELLINGS.stream().flatMap(one -> Stream.of(one.text(), one.family()));
    }

    /** {@return the family that a field of the metadata means} */
    static Optional<String> inField(String text) {
        String plain = plain(text);
        return WORDS.containsKey(plain)
                ? Optional.of(WORDS.get(plain))
                : SPELLINGS.stream()
                        .filter(spelling -> plain.contains(spelling.text()))
                        .map(Spelling::family)
                        .findFirst();
    }

    /**
     * {@return the family that a file or folder name mentions: a spelling at the start of a word,
     * or {@code XL} at the end of one}
     */
    static Optional<String> inName(String name) {
        List<String> words = words(name);
        for (Spelling spelling : SPELLINGS) {
            if (starts(words, spelling.text())) {
                return Optional.of(spelling.family());
            }
        }
        return words.stream()
                .flatMap(word -> Optional.ofNullable(WORDS.get(word)).stream())
                .findFirst()
                .or(() -> words.stream().anyMatch(FamilyNames::endsInXl) ? SDXL : Optional.empty());
    }

    private static final Optional<String> SDXL = Optional.of("SDXL");

    private static boolean endsInXl(String word) {
        return word.length() > 3 && word.endsWith("xl") && !word.endsWith("xxl");
    }

    /**
     * Up to four words may make a spelling: {@code z-image}, {@code sd 1.5}. It has to start where
     * a word does and, when short, end where one does or before a digit: Sanae is no Sana.
     */
    private static boolean starts(List<String> words, String spelling) {
        for (int i = 0; i < words.size(); i++) {
            String run = String.join("", words.subList(i, Math.min(words.size(), i + 4)));
            if (run.startsWith(spelling) && (isLong(spelling) || endsThere(words, i, spelling))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLong(String spelling) {
        return spelling.length() > SHORT;
    }

    private static boolean endsThere(List<String> words, int from, String spelling) {
        int left = spelling.length();
        for (String word : words.subList(from, words.size())) {
            if (left <= word.length()) {
                return left == word.length() || !Character.isLetter(word.charAt(left));
            }
            left -= word.length();
        }
        return true;
    }

    /** {@return whether two families agree: the same, or a latent space and one that uses it} */
    static boolean agree(String family, String other) {
        return family.equals(other)
                || LATENT_SPACES.getOrDefault(family, Set.of()).contains(other)
                || LATENT_SPACES.getOrDefault(other, Set.of()).contains(family);
    }

    /** {@return whether this is the name of a family, not of an encoder or an upscaler} */
    static boolean isFamily(String base) {
        return SPELLINGS.stream().anyMatch(spelling -> spelling.family().equals(base))
                || WORDS.containsValue(base)
                || LATENT_SPACES.containsKey(base);
    }

    /** {@return the words of a name, in lower case} */
    static List<String> words(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= lower.length(); at++) {
            if (at == lower.length() || !isPlain(lower.charAt(at))) {
                if (start < at) {
                    words.add(lower.substring(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    /** {@return a text in lower case, without signs} */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (isPlain(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
