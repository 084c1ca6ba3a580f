package org.openbeian.security;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class PlainPersonalDataTest {

    private final PlainPersonalData data = new PlainPersonalData();

    @Test
    public void whatIsProtectedCanBeRevealed() {
        byte[] clear = {1, 2, 3};
        byte[] stored = data.protect("order", clear);
        assertEquals("the format is named", 0, stored[0]);
        assertArrayEquals(clear, data.reveal("order", stored));
        assertArrayEquals(new byte[0], data.reveal("order", data.protect("order", new byte[0])));
    }

    @Test
    public void anUnknownFormatIsRefused() {
        assertThrows(IllegalStateException.class, () -> data.reveal("order", new byte[] {7, 1}));
        assertThrows(IllegalStateException.class, () -> data.reveal("order", new byte[0]));
    }
}
