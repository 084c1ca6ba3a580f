package org.openbeian.security.crypt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.key.BlindIndex.Kind;
import org.openbeian.api.key.KeyVault;

public class HmacBlindIndexTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private KeyVault vault;
    private BlindIndex index;

    @Before
    public void open() {
        vault = vault("vault");
        index = new HmacBlindIndex(vault);
    }

    private KeyVault vault(String name) {
        return new FileKeyVault(folder.getRoot().toPath().resolve(name), new CryptSettings());
    }

    @Test
    public void spellingsOfOneValueShareAMark() {
        assertSame(Kind.PHONE, "13800000000", "+86 138-0000-0000", "008613800000000", "86 13800000000", "(+86)13800000000",
            " １３８ 0000 0000");
        assertSame(Kind.PHONE, "01068870788", "(010) 6887-0788");
        assertSame(Kind.EMAIL, "zhang@example.com", "Zhang@Example.COM ");
        assertSame(Kind.CERTIFICATE_NUMBER, "44030119900101123X", "440301 19900101 123x");
        assertSame(Kind.NAME, "欧阳 小明", " 欧阳　 小明");
    }

    private void assertSame(Kind kind, String value, String... spellings) {
        for (String spelling : spellings) {
            assertEquals(spelling, index.mark(kind, value), index.mark(kind, spelling));
        }
    }

    @Test
    public void otherValuesKindsAndServersHaveOtherMarks() {
        String mark = index.mark(Kind.PHONE, "13800000000");
        assertEquals(64, mark.length());
        assertNotEquals(mark, index.mark(Kind.PHONE, "13800000001"));
        assertNotEquals(mark, index.mark(Kind.CERTIFICATE_NUMBER, "13800000000"));
        assertNotEquals(mark, new HmacBlindIndex(vault("other")).mark(Kind.PHONE, "13800000000"));
    }

    @Test
    public void aVaultFromABackupBringsItsMarks() {
        KeyVault other = vault("other");
        BlindIndex others = new HmacBlindIndex(other);
        other.importAll(vault.exportAll());
        assertEquals(index.mark(Kind.NAME, "a"), others.mark(Kind.NAME, "a"));
    }

    @Test
    public void aNewMasterKeyChangesNoMark() {
        String mark = index.mark(Kind.EMAIL, "a@example.com");
        vault.addMaster();
        assertEquals(mark, new HmacBlindIndex(vault).mark(Kind.EMAIL, "a@example.com"));
    }
}
