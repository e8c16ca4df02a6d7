package app.madang.functions.reporting;

import app.madang.runtime.Settings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters by SMTP. Off unless {@code SMTP_HOST} is set. */
final class Mailer {

  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
  private static final String LIMIT_MILLIS = "5000";
  private static final int SUBMISSION = 587;

  private final Session session;
  private final String from;
  private final String user;
  private final String password;

  private Mailer(Session session, String from, String user, String password) {
    this.session = session;
    this.from = from;
    this.user = user;
    this.password = password;
  }

  /**
   * From {@code SMTP_HOST}, {@code _PORT}, {@code _FROM}, {@code _USER}, {@code _PASSWORD}, {@code
   * _TLS}.
   */
  static Optional<Mailer> ofEnvironment() {
    return Settings.optional("SMTP_HOST")
        .map(
            host -> {
              String tls = Settings.optional("SMTP_TLS").orElse("starttls");
              String user = Settings.optional("SMTP_USER").orElse("");
              Properties properties = new Properties();
              properties.put("mail.smtp.host", host);
              properties.put(
                  "mail.smtp.port", Integer.toString(Settings.integer("SMTP_PORT", SUBMISSION)));
              properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
              properties.put("mail.smtp.connectiontimeout", LIMIT_MILLIS);
              properties.put("mail.smtp.timeout", LIMIT_MILLIS);
              properties.put("mail.smtp.writetimeout", LIMIT_MILLIS);
              properties.put("mail.smtp.ssl.checkserveridentity", "true");
              switch (tls) {
                case "starttls" -> {
                  properties.put("mail.smtp.starttls.enable", "true");
                  properties.put("mail.smtp.starttls.required", "true");
                }
                case "implicit" -> properties.put("mail.smtp.ssl.enable", "true");
                case "none" -> {}
                default ->
                    throw new IllegalStateException(
                        "environment variable SMTP_TLS is none of starttls, implicit, none: "
                            + tls);
              }
              return new Mailer(
                  Session.getInstance(properties),
                  Settings.required("SMTP_FROM"),
                  user,
                  Settings.optional("SMTP_PASSWORD").orElse(""));
            });
  }

  void send(String to, Letter letter) {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
      message.setText(letter.text(), StandardCharsets.UTF_8.name());
      if (user.isEmpty()) {
        Transport.send(message);
      } else {
        Transport.send(message, user, password);
      }
    } catch (MessagingException e) {
      // servers' answers hold addresses; the log is for operators
      LOG.warn("A letter could not be sent: {}", e.getMessage());
      throw new SendFailed("email");
    }
  }
}
