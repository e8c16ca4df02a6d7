package app.madang.functions.local;

import app.madang.testing.Person;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one chooses who to be; a real provider asks for a password here. */
@RestController
class SignInPage {

  private final SiteType type;

  SignInPage(SiteType type) {
    this.type = type;
  }

  private static final Map<String, String> ROLE_WORDS =
      Map.of(
          "employee", "직원 · Employee",
          "builder", "도구 제작자 · Builder",
          "reviewer", "검토자 · Reviewer",
          "admin", "관리자 · Administrator",
          "auditor", "감사자 · Auditor");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="ko">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>마당 로그인 · Sign in to Madang</title>
      %s
      <style>
      :root { color-scheme: light dark; --paper:#FBFAF7; --surface:#FFFFFF; --line:#E3DFD5; --ink:#1D1C1A; --ink2:#57534B; --accent:#0B6E5F; --soft:#E1F1ED }
      @media (prefers-color-scheme: dark) { :root { --paper:#151513; --surface:#1D1D1A; --line:#34332E; --ink:#F1EFE8; --ink2:#B9B4A8; --accent:#4FC3AE; --soft:#173530 } }
      * { box-sizing: border-box }
      body { margin:0; min-height:100vh; display:grid; place-items:center; padding:24px; background:var(--paper); color:var(--ink);
        font:15px/24px "Pretendard Variable", Pretendard, "Apple SD Gothic Neo", "Noto Sans KR", "Malgun Gothic", system-ui, sans-serif; word-break:keep-all }
      main { width:100%%; max-width:420px }
      h1 { font-size:28px; line-height:36px; font-weight:600; margin:0 }
      p { margin:8px 0 0; color:var(--ink2) }
      p[lang=en], small { font-size:13px; line-height:20px }
      form { margin-top:24px; display:grid; gap:8px }
      button { display:flex; justify-content:space-between; align-items:center; gap:16px; width:100%%; min-height:56px; padding:12px 16px; text-align:left;
        font:inherit; color:inherit; background:var(--surface); border:1px solid var(--line); border-radius:10px; cursor:pointer }
      button:hover { border-color:var(--accent); background:var(--soft) }
      button:focus-visible { outline:2px solid var(--accent); outline-offset:2px }
      b { font-weight:600 } small { color:var(--ink2) }
      </style>
      </head>
      <body>
      <main>
      <h1>누구로 시작할까요?</h1>
      <p>이 컴퓨터에서만 쓰는 로그인이에요. 실제 환경에서는 회사의 로그인이 나와요.</p>
      <p lang="en">Who would you like to be? This sign-in is for this machine only; a deployment asks your company's own provider.</p>
      <form method="post" action="/login">
      <input type="hidden" name="%s" value="%s">
      %s
      </form>
      </main>
      </body>
      </html>
      """;

  @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String page(CsrfToken token) {
    String buttons =
        Arrays.stream(Person.values()).map(SignInPage::button).collect(Collectors.joining("\n"));
    return PAGE.formatted(type.links(), token.getParameterName(), token.getToken(), buttons);
  }

  private static String button(Person person) {
    return """
        <button name="person" value="%s"><span><b>%s</b> <span lang="en">%s</span></span><small>%s</small></button>
        """
        .formatted(
            person.id(),
            person.displayName(),
            person.englishName(),
            ROLE_WORDS.getOrDefault(person.id(), person.id()))
        .strip();
  }
}
