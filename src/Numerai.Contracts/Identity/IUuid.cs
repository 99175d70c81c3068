namespace Numerai.Contracts;

/// <summary>An identifier that is a UUID underneath; ordered by its text so that every platform sorts alike.</summary>
public interface IUuid<TSelf> : IComparable<TSelf>
    where TSelf : struct, IUuid<TSelf>
{
    static abstract TSelf From(Guid value);

    Guid Value { get; }
}
