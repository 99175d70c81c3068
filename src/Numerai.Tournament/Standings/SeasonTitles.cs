namespace Numerai.Tournament.Standings;

/// <summary>How titles below the first ten are given.</summary>
public enum SeasonTitles
{
    /// <summary>The first hundred are experts; thirds of the rest have the other titles.</summary>
    ByHundred,

    /// <summary>A title for each quarter of all who qualified.</summary>
    ByQuarter,
}
