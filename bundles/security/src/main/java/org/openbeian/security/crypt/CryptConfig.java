package org.openbeian.security.crypt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the encryption at rest. */
@ObjectClassDefinition(name = "OpenBeian encryption", description = "Encryption of personal data at rest. A bad value is refused"
    + " and named in the log; the one in force stays.")
@interface CryptConfig {

    /** With what new data is encrypted. */
    @AttributeDefinition(name = "Algorithm", description = "With what new data is encrypted. What is stored already stays"
        + " readable, whatever is chosen here. SM4 needs Bouncy Castle, which comes with the feature ssh", options = {
            @Option(label = "AES-256-GCM", value = "AES_256_GCM"), @Option(label = "SM4-GCM", value = "SM4_GCM")})
    String algorithm() default "AES_256_GCM";
}
