namespace Numerai.Tournament.Actors;

/// <summary>What storage keeps beside a row, whatever the type of its state.</summary>
public interface IPersisted
{
    /// <summary>Sequence of the next event.</summary>
    long NextSequence { get; }
}
