@echo off
rem BITTEN's relay on Windows. Needs a Java 25 in JAVA_HOME or on the PATH.
setlocal
set "HOME_DIR=%~dp0.."
if not exist "%HOME_DIR%\lib" set "HOME_DIR=%HOME_DIR%\target\relay"
if not exist "%HOME_DIR%\lib" (
  echo relay: not built yet; run mvnw -pl relay -am package -DskipTests 1>&2
  exit /b 1
)
set "JAVA="
if defined JAVA_HOME call :try_java "%JAVA_HOME%\bin\java.exe"
call :try_java java
if not defined JAVA (
  echo relay: no Java 25 was found in JAVA_HOME or on the PATH 1>&2
  exit /b 1
)
"%JAVA%" -XX:+UseSerialGC -Xmx256m -XX:+ExitOnOutOfMemoryError -Dslf4j.internal.verbosity=ERROR %RELAY_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" io.bitten.relay.RelayMain %*
exit /b %ERRORLEVEL%

:try_java
if defined JAVA exit /b 0
"%~1" -version 2>&1 | findstr /c:"version \"25" >nul && set "JAVA=%~1"
exit /b 0
