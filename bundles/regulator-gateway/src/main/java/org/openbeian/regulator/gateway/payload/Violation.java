package org.openbeian.regulator.gateway.payload;

/**
 * Why a record cannot be expressed on the interface.
 *
 * @param record position of the record in the upload, from 0; -1 if the upload as a whole is at fault
 * @param path elements from the root, such as {@code /UploadData/ICP/XZBA/Baxx[1]/Zt_xx/Dwmc}
 * @param message what is wrong and what is allowed, without the value
 */
public record Violation(int record, String path, String message) {
}
