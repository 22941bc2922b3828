@echo off
rem BITTEN's one command on Windows. Finds a JDK 25, builds what is missing or outdated, runs the command.
setlocal
set "ROOT=%~dp0."
set "BUILT=%ROOT%\local\target\built"
set "JDK="

call :try_jdk "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*25*" "%ProgramFiles%\Java\*25*" "%ProgramFiles%\Amazon Corretto\*25*" "%ProgramFiles%\Microsoft\*25*" "%ProgramFiles%\Zulu\*25*" "%USERPROFILE%\.jdks\*25*") do call :try_jdk "%%~D"
for /f "delims=" %%J in ('where java 2^>nul') do call :try_jdk "%%~dpJ.."
if not defined JDK (
  echo bitten: no JDK 25 was found in JAVA_HOME, the usual folders or on the PATH. 1>&2
  echo Install one, for example Eclipse Temurin 25, and set JAVA_HOME to its folder. 1>&2
  exit /b 1
)

call :outdated
if errorlevel 1 call :build
if errorlevel 1 exit /b 1

set "ARGS=%ROOT%\local\target\windows.args"
set "MAIN=io.bitten.local.Bitten"
set "TIERS=-XX:TieredStopAtLevel=1"
set "COMMAND=%*"
if /i "%~1"=="sim" set "TIERS=-XX:+TieredCompilation"
if /i not "%~1"=="bench" goto :run
set "ARGS=%ROOT%\bench\target\windows.args"
set "MAIN=io.bitten.bench.Bench"
set "COMMAND=%COMMAND:~6%"

:run
rem The functions' metrics are lines for CloudWatch; stdout belongs to the command's own answer.
set "POWERTOOLS_METRICS_DISABLED=true"
"%JDK%\bin\java.exe" %TIERS% -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dlog4j2.configurationFile=log4j2-local.xml "-Dbitten.home=%ROOT%" %BITTEN_JAVA_OPTS% "@%ARGS%" %MAIN% %COMMAND%
exit /b %ERRORLEVEL%

:try_jdk
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
"%~1\bin\java.exe" -version 2>&1 | findstr /c:"version \"25" >nul && set "JDK=%~1"
exit /b 0

rem Ends with 1 when there is no build yet, or a source is newer than it.
:outdated
if not exist "%BUILT%" exit /b 1
if not exist "%ROOT%\local\target\windows.args" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:BUILT).LastWriteTimeUtc; $changed = Get-ChildItem -Recurse -File -LiteralPath ('config','shared','functions','relay','local','bench' | ForEach-Object { Join-Path $env:ROOT $_ }) | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch '\\target\\' -and ($_.FullName -match '\\src\\main\\|\\config\\' -or $_.Name -eq 'pom.xml') } | Select-Object -First 1; if ($changed -or (Get-Item -LiteralPath (Join-Path $env:ROOT 'pom.xml')).LastWriteTimeUtc -gt $built) { exit 1 }"
exit /b %ERRORLEVEL%

:build
echo Building BITTEN. The first time also fetches its libraries. 1>&2
set "JAVA_HOME=%JDK%"
call "%ROOT%\mvnw.cmd" -B -ntp -f "%ROOT%\pom.xml" -DskipTests -Dformat.phase=none -pl local,bench,local/engines/dynamodb,local/engines/sqs -am package 1>&2
if errorlevel 1 (
  echo bitten: the build failed; its messages are above. 1>&2
  exit /b 1
)
rem A class path is longer than a command line may be, so it goes into a file.
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; foreach ($module in 'local','bench') { $rooms = @('local','relay','functions','shared\adapters','shared\core'); if ($module -eq 'bench') { $rooms = @('bench') + $rooms }; $jars = $rooms | ForEach-Object { (Get-ChildItem (Join-Path $env:ROOT ($_ + '\target\bitten-' + (Split-Path $_ -Leaf) + '-*-SNAPSHOT.jar')) | Select-Object -First 1).FullName }; $target = Join-Path $env:ROOT ($module + '\target'); $libraries = (Get-Content -Raw (Join-Path $target 'classpath')).Trim() -split ';' | Where-Object { $_ -notmatch '\\target\\' }; $line = '-cp \"' + ((@($jars) + @($libraries)) -join ';').Replace('\', '/') + '\"'; [IO.File]::WriteAllText((Join-Path $target 'windows.args'), $line) }"
if errorlevel 1 (
  echo bitten: the class path could not be written. 1>&2
  exit /b 1
)
type nul >"%BUILT%"
exit /b 0
