/** WeCom robot. */
package org.openbeian.channel.wecom;
