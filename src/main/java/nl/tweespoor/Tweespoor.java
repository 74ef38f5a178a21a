package nl.tweespoor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Tweespoor {

    public static void main(String[] args) {
        SpringApplication.run(Tweespoor.class, args);
    }
}
