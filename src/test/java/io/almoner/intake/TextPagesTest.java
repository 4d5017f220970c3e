package io.almoner.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextPagesTest {

    @Test
    void gives_back_every_text_across_the_borders_of_its_pages() {
        Random random = new Random(7);
        TextPages pages = new TextPages();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            String text = "組é".repeat(random.nextInt(4)) + i;
            texts.add(i % 5 == 0 ? "" : text);
            pages.add(texts.get(i));
        }
        texts.add("x".repeat(200_000));
        pages.add(texts.get(70_000));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(pages.get(i)).isEqualTo(texts.get(i));
        }
    }
}
