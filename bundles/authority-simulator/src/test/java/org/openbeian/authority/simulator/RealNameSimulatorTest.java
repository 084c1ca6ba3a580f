package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNameVerifier.Answer;
import org.openbeian.api.model.CertificateType;

/** The simulated register of real names. */
public class RealNameSimulatorTest {

    @Test
    public void aNameThatSaysSoDiffers() {
        assertEquals(Answer.CONFIRMED, answer("示例公司"));
        assertEquals(Answer.DIFFERS, answer("姓名不符公司"));
    }

    private static Answer answer(String name) {
        return new RealNameSimulator().verify(new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", name, null));
    }
}
