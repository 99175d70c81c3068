using System.Security.Cryptography;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>Names the server gives to uploads.</summary>
public static class UploadNames
{
    public const string SubmissionPurpose = "submission";

    private const int KeptCharacters = 60;

    /// <summary>A unique name that a person recognises: "predictions-3f9c0a1b2c4d5e6f.csv" for "predictions.csv".</summary>
    public static string Create(string originalName)
    {
        var name = Path.GetFileName(originalName);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = Clean(dot < 0 ? name : name[..dot]);
        var extension = dot < 0 ? string.Empty : Clean(name[dot..]);
        return $"{(stem.Length == 0 ? "upload" : stem)}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}{extension}";
    }

    private static string Clean(string text)
    {
        var kept = text.Where(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-').Take(KeptCharacters);
        return string.Concat(kept).TrimEnd('.');
    }
}
