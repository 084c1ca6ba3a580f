/** SMS by Alibaba Cloud. */
package org.openbeian.channel.sms.aliyun;
