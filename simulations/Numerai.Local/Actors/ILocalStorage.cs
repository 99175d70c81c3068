namespace Numerai.Local.Actors;

internal interface ILocalStorage
{
    bool Spoiled { get; }
}
