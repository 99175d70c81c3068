namespace Numerai.Storage.Actors;

/// <param name="NextSequence">Sequence of the actor's next event; smaller ones have happened, whether published or not.</param>
public sealed record ActorRowHead(string Kind, string Key, long Version, long NextSequence)
{
    /// <summary>The actor's name in events.</summary>
    public string Source => $"{Kind}/{Key}";
}
