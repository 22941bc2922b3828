package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlTextTest {

  private static FormattedText parse(String html) throws Refused {
    return HtmlText.parse(html);
  }

  @Test
  void tags_become_entities_counted_in_utf16_units() throws Refused {
    assertThat(parse("🎯 <b>EUR</b>/<i>USD</i>"))
        .isEqualTo(
            new FormattedText(
                "🎯 EUR/USD",
                java.util.List.of(
                    new Entity(EntityType.BOLD, 3, 3, ""),
                    new Entity(EntityType.ITALIC, 7, 3, ""))));
  }

  @ParameterizedTest
  @CsvSource({
    "b,BOLD",
    "strong,BOLD",
    "i,ITALIC",
    "em,ITALIC",
    "u,UNDERLINE",
    "ins,UNDERLINE",
    "s,STRIKETHROUGH",
    "strike,STRIKETHROUGH",
    "del,STRIKETHROUGH",
    "code,CODE",
    "pre,PRE",
    "tg-spoiler,SPOILER",
    "blockquote,BLOCKQUOTE",
    "B,BOLD"
  })
  void every_allowed_tag_has_its_meaning(String tag, EntityType type) throws Refused {
    assertThat(parse("<" + tag + ">x</" + tag + ">").entities())
        .containsExactly(new Entity(type, 0, 1, ""));
  }

  @Test
  void tags_with_attributes_keep_what_telegram_keeps() throws Refused {
    assertThat(parse("<a href=\"https://a.example/?x=1&amp;y=2\">x</a>").entities())
        .containsExactly(new Entity(EntityType.TEXT_LINK, 0, 1, "https://a.example/?x=1&y=2"));
    assertThat(parse("<pre><code class=\"language-java\">x</code></pre>").entities())
        .containsExactly(new Entity(EntityType.PRE, 0, 1, "java"));
    assertThat(parse("<code class=\"language-java\">x</code>").entities())
        .containsExactly(new Entity(EntityType.CODE, 0, 1, ""));
    assertThat(parse("<span class=\"tg-spoiler\">x</span>").entities())
        .containsExactly(new Entity(EntityType.SPOILER, 0, 1, ""));
    assertThat(parse("<blockquote expandable>x</blockquote>").entities())
        .containsExactly(new Entity(EntityType.EXPANDABLE_BLOCKQUOTE, 0, 1, ""));
    assertThat(parse("<tg-time unix=\"1488355200\">x</tg-time>").entities())
        .containsExactly(new Entity(EntityType.DATE_TIME, 0, 1, "1488355200"));
  }

  @Test
  void a_link_that_leads_nowhere_is_text() throws Refused {
    assertThat(parse("<a href=\"javascript:alert(1)\">x</a>")).isEqualTo(FormattedText.plain("x"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "&lt;&gt;&amp;&quot;,<>&\"",
        "&#39;,'",
        "&#x20AC;,€",
        "&#128175;,💯",
        "&nbsp;,&nbsp;",
        "&apos;,&apos;",
        "&lt,<",
        "a & b,a & b",
        "&#0;,&#0;",
        "&#٣٩;,&#٣٩;",
        "&#99999999999;,&#99999999999;"
      })
  void only_four_names_and_all_numbers_are_decoded(String html, String text) throws Refused {
    assertThat(parse(html)).isEqualTo(FormattedText.plain(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>x | Can't find end tag corresponding to start tag \"b\"",
        "<b><i>x</b> | Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
        "x</b> | Unexpected end tag at byte offset 1",
        "é<script>x</script> | Unsupported start tag \"script\" at byte offset 2",
        "<br/> | Unsupported start tag \"br/\" at byte offset 0",
        "1 < 2 | Unsupported start tag \"\" at byte offset 2",
        "1 <2> | Unsupported start tag \"2\" at byte offset 2",
        "<b | Unclosed start tag at byte offset 0",
        "<a href=\"x | Unclosed start tag at byte offset 0",
        "<a href>x</a> | Expected equal sign in declaration of an attribute of the tag \"a\" at"
            + " byte offset 0",
        "<a =x>x</a> | Empty attribute name in the tag \"a\" at byte offset 0",
        "<a href=x/y>x</a> | Unexpected end of name token at byte offset 8",
        "<b>x</b | Unclosed end tag at byte offset 4",
        "<span class=\"red\">x</span> | Tag \"span\" must have class \"tg-spoiler\" at byte offset"
            + " 0",
        "<tg-emoji emoji-id=\"no\">x</tg-emoji> | Invalid custom emoji identifier specified",
        "&#xD83C; | Text contains invalid Unicode characters after decoding HTML entities, check"
            + " for unmatched surrogate code units"
      })
  void what_is_broken_is_refused_with_the_reason_and_the_byte_offset(String html, String why) {
    assertThatThrownBy(() -> parse(html))
        .isInstanceOf(Refused.class)
        .hasMessage("Bad Request: can't parse entities: " + why);
  }

  @Test
  void anything_is_either_parsed_or_refused_and_entities_stay_inside_the_text() {
    String[] parts = {
      "<", ">", "b", "/", "&", "#", "x1F", ";", "\"", "=", " ", "a href", "🎯", "</b>", "<b>",
      "code", "\u0000", "pre", "'", "\ud800", "-", "<i>"
    };
    for (long seed = 0; seed < 20_000; seed++) {
      java.util.Random random = new java.util.Random(seed);
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        html.append(parts[random.nextInt(parts.length)]);
      }
      try {
        FormattedText text = parse(html.toString());
        assertThat(text.entities())
            .as("seed " + seed)
            .allMatch(e -> e.offset() >= 0 && e.length() > 0 && e.end() <= text.text().length());
      } catch (Refused refused) {
        assertThat(refused).as("seed " + seed).hasMessageStartingWith("Bad Request: can't parse");
      }
    }
  }
}
