using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Numerai.Web.Authentication;

namespace Numerai.Web.Faults;

/// <summary>
/// A file about a fault that nobody expected, for whoever has to find its cause. Only its owner can read it, and it holds no secrets.
/// </summary>
internal static class FaultReport
{
    private const int LongestText = 200_000;

    /// <summary>Tries the folders in order; null when none of them takes a file.</summary>
    /// <param name="program">Which program.</param>
    /// <param name="doing">What it was doing, in words that hold nothing of its arguments.</param>
    /// <param name="fault">What was thrown.</param>
    /// <param name="time">When.</param>
    /// <param name="number">Which one of this process, from 1.</param>
    /// <param name="folders">Where it may go.</param>
    public static string? Write(string program, string doing, Exception fault, DateTimeOffset time, int number, IEnumerable<string> folders)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{program}-fault-{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Environment.ProcessId}-{number}.txt");
        foreach (var folder in folders.Where(Directory.Exists))
        {
            try
            {
                var path = Path.Combine(Path.GetFullPath(folder), name);
                PrivateFile.Create(path, Text(program, doing, fault, time));
                return path;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // The next folder may take it.
            }
        }

        return null;
    }

    private static string Text(string program, string doing, Exception fault, DateTimeOffset time)
    {
        var version = typeof(FaultReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var told = fault.ToString();
        return new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"program  {program} {version}")
            .AppendLine(CultureInfo.InvariantCulture, $"doing    {doing}")
            .AppendLine(CultureInfo.InvariantCulture, $"time     {time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")
            .AppendLine(
                CultureInfo.InvariantCulture, $"system   {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}")
            .AppendLine()
            .Append(FaultText.WithoutSecrets(told.Length <= LongestText ? told : told[..LongestText]))
            .ToString();
    }
}
