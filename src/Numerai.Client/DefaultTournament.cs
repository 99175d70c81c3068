namespace Numerai.Client;

/// <summary>
/// The tournament that is meant where none is named. The SDK stands alone, so it has the server's numbers as its own constants; they are
/// part of the signatures of its methods.
/// </summary>
public static class DefaultTournament
{
    public const int Number = 8;

    /// <summary>Where only tournaments are asked about in which securities keep their ids.</summary>
    public const int NumberOfDays = 11;
}
