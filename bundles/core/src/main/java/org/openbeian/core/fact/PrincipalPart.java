package org.openbeian.core.fact;

import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.Principal;

/** A principal, entered or not, and whose he is. */
record PrincipalPart(String role, Principal principal) {

    String residentId() {
        return principal != null && principal.certificateType() == CertificateType.RESIDENT_ID
            ? principal.certificateNumber() : null;
    }
}
