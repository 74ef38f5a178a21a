package nl.tweespoor.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param password of the first administrator of a real installation; generated and shown once when absent */
@ConfigurationProperties("tweespoor.administrator")
record AdministratorSettings(String password) {
}
