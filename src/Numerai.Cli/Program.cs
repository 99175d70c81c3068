using Numerai.Cli.CommandLine;

return await NumeraiCommandLine.RunAsync(args);
